import { connect } from './database.mjs';

const connection = connect();

export const handler = async (event) => {
  const price = await connection.priceOf(event.item);
  return { price, connection: connection.id };
};
