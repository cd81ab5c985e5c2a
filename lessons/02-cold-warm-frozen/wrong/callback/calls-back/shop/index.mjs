import { save } from './records.mjs';

export const handler = (event, context, callback) => {
  save(event.order).then(() => callback(null, { accepted: event.order }));
};
