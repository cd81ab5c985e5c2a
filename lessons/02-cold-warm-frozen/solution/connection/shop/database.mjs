import { randomUUID } from 'node:crypto';

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Stands for a database: it takes 80 ms to open a connection, and 5 ms to ask for a price. */
export const connect = async () => {
  await pause(80);
  const id = randomUUID().slice(0, 8);
  console.log('connection opened', id);
  return {
    id,
    priceOf: async (item) => {
      await pause(5);
      return { tea: 4, coffee: 6 }[item];
    },
  };
};
