// Writes a wildcard action out as what it covers.
import { defineRefactoring } from './refactoring';
import { MAX_WRITTEN, replaced, wildcardActions } from './wildcardAction';

export default defineRefactoring({
  id: 'write-out-actions',
  kind: 'refactor.rewrite',
  on: 'statement',
  summary: 'Writes a wildcard out as the actions that it covers today, up to 30 of them.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html',

  *offers(place) {
    for (const wildcard of wildcardActions(place)) {
      const { covered, node } = wildcard;
      if (covered.length > MAX_WRITTEN) continue;
      const count = covered.length === 1 ? 'the one action' : `the ${covered.length} actions`;
      yield* replaced(
        place,
        wildcard,
        covered.map(({ name }) => name),
        { title: `Write out ${node.value} as ${count} that it covers today`, access: 'same' },
      );
    }
  },
});
