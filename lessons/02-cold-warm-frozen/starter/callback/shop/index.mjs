import { save } from './records.mjs';

export const handler = async (event) => {
  save(event.order);
  return { accepted: event.order };
};
