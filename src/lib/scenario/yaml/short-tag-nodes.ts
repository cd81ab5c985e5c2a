import { isMap, isPair, isScalar, isSeq, Scalar, type Document, type YAMLMap, type YAMLSeq } from 'yaml';
import { SHORT_TAGS } from './short-tags';

/** Writes the long forms of CloudFormation's functions in these sections as short tags: `{Ref: X}` as `!Ref X`. */
export function toShortTags(document: Document, sections: readonly string[]): void {
  for (const section of sections)
    if (document.hasIn([section])) document.setIn([section], shortened(document.getIn([section], true)));
}

/** The node, its functions as short tags where that is read back the same. Inner ones first. */
function shortened(node: unknown): unknown {
  if (isSeq(node)) node.items = node.items.map(shortened);
  if (!isMap(node)) return node;
  for (const pair of node.items) pair.value = shortened(pair.value);
  return tagged(node) ?? node;
}

function tagged(map: YAMLMap): Scalar | YAMLSeq | undefined {
  const [pair, ...more] = map.items;
  if (!isPair(pair) || more.length > 0 || !isScalar(pair.key)) return undefined;
  const name = String(pair.key.value);
  const tag = SHORT_TAGS.get(name);
  const { value } = pair;
  // A tag on a tagged value cannot be written.
  if (tag === undefined || ((isScalar(value) || isSeq(value)) && value.tag !== undefined)) return undefined;
  if (isSeq(value)) {
    const short = name === 'Fn::GetAtt' ? attribute(value) : undefined;
    value.flow = true;
    return Object.assign(short ?? value, { tag });
  }
  const isText = isScalar(value) && typeof value.value === 'string' && name !== 'Fn::GetAtt';
  return isText ? Object.assign(new Scalar(value.value), { tag }) : undefined;
}

/** `[Orders, Arn]` as `Orders.Arn`, where that is read back the same. */
function attribute(seq: YAMLSeq): Scalar | undefined {
  const [resource, name] = seq.items;
  if (seq.items.length !== 2 || !isScalar(resource) || !isScalar(name)) return undefined;
  if (typeof resource.value !== 'string' || typeof name.value !== 'string') return undefined;
  if (resource.tag !== undefined || name.tag !== undefined || !/^[A-Za-z0-9]+$/.test(resource.value))
    return undefined;
  return new Scalar(`${resource.value}.${name.value}`);
}
