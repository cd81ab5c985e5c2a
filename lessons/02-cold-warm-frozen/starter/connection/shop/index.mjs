import { connect } from './database.mjs';

export const handler = async (event) => {
  const connection = await connect();
  const price = await connection.priceOf(event.item);
  return { price, connection: connection.id };
};
