import { writeFileSync } from 'node:fs';
import { download } from './supplier.mjs';

export const handler = async (event) => {
  const prices = await download();
  writeFileSync('/tmp/prices.json', JSON.stringify(prices));
  return { price: prices[event.item] };
};
