/** The handler that is measured: small, real work on an event of a few hundred bytes, and state that stays. */
export const HANDLER = `
let handled = 0;

export const handler = async (event) => {
  handled += 1;
  let cents = 0;
  for (const { price, quantity } of event.items) cents += price * quantity;
  const shipping = cents > 5000 ? 0 : 490;
  return {
    statusCode: 200,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ order: event.order, total: cents + shipping, handled }),
  };
};
`;

export const EVENT = {
  order: 'A-2048',
  customer: { id: 17, country: 'PT', since: '2019-05-01' },
  items: [
    { sku: 'tea-green-100', price: 790, quantity: 2 },
    { sku: 'cup-white', price: 1250, quantity: 4 },
    { sku: 'kettle-1l', price: 5400, quantity: 1 },
  ],
};
