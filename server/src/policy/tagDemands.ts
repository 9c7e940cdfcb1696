// The tags that an Allow depends on: what it grants, it grants only where a resource, or the caller, bears such a tag.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/access_tags.html
import type { Span } from '../base/span';
import { clausesOf, type ReadClause } from './clauses';
import type { Statement } from './types';

export interface TagDemand {
  readonly bearer: 'resource' | 'principal';
  /** In lower case, up to the tag: `aws:resourcetag/`. */
  readonly keyStart: string;
  /** As the policy writes it. */
  readonly tag: string;
  /** Of the key, or of the value that has it as a variable. */
  readonly span: Span;
}

/** A cheap look: whether an Allow has a condition that speaks of such tags. */
export function mayDemandTags(statement: Statement): boolean {
  return (
    statement.allows &&
    statement.condition !== undefined &&
    clausesOf(statement).some((clause) => (isTagKey(clause) || mentionsTag(clause)) && asksForText(clause))
  );
}

/** What is demanded of a resource, and of the caller; nothing of one of whom a tag is demanded that only AWS sets. */
export function tagDemands(statement: Statement): readonly TagDemand[] {
  const found = clausesOf(statement).filter(asksForText).flatMap(demandsIn);
  return found.filter(
    ({ bearer }) => !found.some((other) => other.bearer === bearer && /^aws:|\$\{/i.test(other.tag)),
  );
}

const TAG_KEY = /^(?:[\w-]+:resource|aws:principal|s3:existingobject)tag\//;

function isTagKey({ lowerKey }: ReadClause): boolean {
  return lowerKey.includes('tag/') && TAG_KEY.test(lowerKey);
}

function asksForText({ family, compares }: ReadClause): boolean {
  return family === 'String' && !compares.negated && compares.set !== 'ForAllValues';
}

function mentionsTag({ values }: ReadClause): boolean {
  return values.some(({ text }) => text.includes('${') && PRINCIPAL_VARIABLE.test(text));
}

const PRINCIPAL_VARIABLE = /\$\{aws:PrincipalTag\/([^},]+)/i;

function demandsIn({ key, lowerKey, values }: ReadClause): readonly TagDemand[] {
  const [keyStart] = TAG_KEY.exec(lowerKey) ?? [];
  const byKey: readonly TagDemand[] =
    keyStart === undefined
      ? []
      : [
          {
            bearer: keyStart.startsWith('aws:principal') ? 'principal' : 'resource',
            keyStart,
            tag: key.value.slice(keyStart.length),
            span: key.span,
          },
        ];
  const byValue = values.flatMap(({ text, span }): readonly TagDemand[] => {
    const tag = PRINCIPAL_VARIABLE.exec(text)?.[1]?.trim();
    return tag === undefined ? [] : [{ bearer: 'principal', keyStart: 'aws:principaltag/', tag, span }];
  });
  return [...byKey, ...byValue];
}
