import { download } from './supplier.mjs';

let prices;

export const handler = async (event) => {
  prices ??= await download();
  return { price: prices[event.item] };
};
