// The texts that the tests over a connection open.

/** A policy with this Effect in its one statement. */
export function policyWith(effect: string): string {
  return `{
  "Version": "2012-10-17",
  "Statement": [
    { "Sid": "Read", "Effect": "${effect}", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }
  ]
}`;
}

/** The line of the statement in `policyWith`, and where the Effect's value begins in it. */
const LINE = 3;
const EFFECT = policyWith('').split('\n')[LINE]?.indexOf('"", "Action"') ?? 0;

/** The range of an Effect of so many letters in `policyWith`. */
export const effectAt = (letters: number) => ({
  start: { line: LINE, character: EFFECT + 1 },
  end: { line: LINE, character: EFFECT + 1 + letters },
});

/** The range of the action in `policyWith('Allow')`. */
export const action = {
  start: { line: LINE, character: effectAt(5).end.character + '", "Action": "'.length },
  end: { line: LINE, character: effectAt(5).end.character + '", "Action": "s3:GetObject'.length },
};
