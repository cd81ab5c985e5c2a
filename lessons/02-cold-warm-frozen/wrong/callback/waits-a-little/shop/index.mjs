import { save } from './records.mjs';

export const handler = async (event) => {
  save(event.order);
  await new Promise((resolve) => setTimeout(resolve, 10));
  return { accepted: event.order };
};
