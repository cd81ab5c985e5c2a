import { types } from './types';

/** node:util/types. */
export default function make(): object {
  return types;
}
