// The templates that Terraform gives to CloudFormation.
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudformation_stack
import type { Tree } from '../../syntax/node';
import type { FoundDocument } from '../embedded';
import { attributesAt } from './attributes';
import { templatesOf } from './documents';
import type { Block } from './module';

/** The templates of a stack or a stack set; none of any other resource. */
export function templatesIn({ type, body }: Block, tree: Tree): readonly FoundDocument[] {
  if (!/^aws(?:cc)?_cloudformation_stack(?:_set)?$/.test(type)) return [];
  return attributesAt(body, 'template_body').flatMap(({ value }) => templatesOf(value, tree));
}
