// All refactorings, and what they offer for a place of a document.
import type { Analysis, SourceDocument } from '../../analysis';
import { conflicts } from '../../base/edit';
import { encloses, type Span } from '../../base/span';
import type { Catalog } from '../../catalog/types';
import addExternalId from './add-external-id';
import addOrganization from './add-organization';
import keepAccessLevels from './keep-access-levels';
import limitServiceSource from './limit-service-source';
import moveTemplateUserPolicy from './move-template-user-policy';
import moveTerraformUserPolicy from './move-terraform-user-policy';
import type { AskRepository, Offer, Refactoring, RefactorKind, StatementPlace } from './refactoring';
import scopeGithubSubject from './scope-github-subject';
import scopePassRole from './scope-pass-role';
import templateUserToRole from './template-user-to-role';
import terraformUserToRole from './terraform-user-to-role';
import writeOutActions from './write-out-actions';

export const refactorings: readonly Refactoring[] = [
  scopePassRole,
  addOrganization,
  addExternalId,
  limitServiceSource,
  scopeGithubSubject,
  keepAccessLevels,
  writeOutActions,
  moveTemplateUserPolicy,
  moveTerraformUserPolicy,
  templateUserToRole,
  terraformUserToRole,
];

/** An offer with the kind of what makes it. */
export interface KindOffer extends Offer {
  readonly kind: RefactorKind;
}

/** What is known beside a document. */
export interface Around {
  readonly catalog: Catalog;
  /** The other files of a Terraform configuration. */
  readonly neighbours: readonly SourceDocument[];
  readonly repository: AskRepository;
}

/**
 * What can be done at a place: the cursor, or a selection within one statement or resource. Nothing in broken text.
 * @param asks whether a kind is asked for; the others are not worked out.
 */
export function refactoringsAt(
  analysis: Analysis,
  around: Around,
  span: Span,
  asks: (kind: RefactorKind) => boolean,
): readonly KindOffer[] {
  const wanted = refactorings.filter(({ kind }) => asks(kind));
  if (wanted.length === 0 || isBroken(analysis)) return [];
  const { neighbours, repository } = around;
  const places = statementsAt(analysis, around, span);
  return wanted.flatMap((each) => {
    const offers =
      each.on === 'document'
        ? [...each.offers({ analysis, span, neighbours, repository })]
        : places.flatMap((place) => [...each.offers(place)]);
    return offers.filter(isUsable).map((offer) => ({ ...offer, kind: each.kind }));
  });
}

/** What cannot be read is not moved: parts of it would stay behind. */
function isBroken({ tree, problems }: Analysis): boolean {
  return problems.length > 0 || (tree?.problems.length ?? 0) > 0;
}

function isUsable({ edits, disabled }: Offer): boolean {
  return disabled !== undefined || (edits.length > 0 && !conflicts(edits));
}

/** The statements that hold all of the selection. A fragment is not looked at: its statement is a program's. */
function statementsAt(
  analysis: Analysis,
  { catalog, repository }: Around,
  span: Span,
): readonly StatementPlace[] {
  return analysis.policies.flatMap((found) => {
    if (found.site.isFragment) return [];
    const { writer } = found.site.tree;
    return found.policy.statements
      .filter(({ node, isPartial }) => !isPartial && encloses(node.span, span))
      .map((statement) => ({ statement, found, writer, span, analysis, catalog, repository }));
  });
}
