import { download } from './supplier.mjs';

export const handler = async (event) => {
  const prices = await download();
  return { price: prices[event.item] };
};
