import { save } from './records.mjs';

export const handler = async (event) => {
  await save(event.order);
  return { accepted: event.order };
};
