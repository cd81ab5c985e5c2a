import { save } from './records.mjs';

export const handler = async (event, context) => {
  context.callbackWaitsForEmptyEventLoop = true;
  save(event.order);
  return { accepted: event.order };
};
