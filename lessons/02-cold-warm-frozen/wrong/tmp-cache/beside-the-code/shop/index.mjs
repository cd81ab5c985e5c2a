import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { download } from './supplier.mjs';

const FILE = './prices.json';

export const handler = async (event) => {
  if (!existsSync(FILE)) {
    writeFileSync(FILE, JSON.stringify(await download()));
  }
  const prices = JSON.parse(readFileSync(FILE, 'utf8'));
  return { price: prices[event.item] };
};
