import { connect } from './database.mjs';

export const handler = async (event) => {
  let connection;
  connection ??= await connect();
  const price = await connection.priceOf(event.item);
  return { price, connection: connection.id };
};
