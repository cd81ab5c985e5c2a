/** Stands for a store of orders: it calls back when the order is saved, after 50 ms. */
const write = (order, callback) => {
  setTimeout(() => {
    console.log('saved', order);
    callback();
  }, 50);
};

/** The same as a promise. */
export const save = (order) => new Promise((resolve) => write(order, resolve));
