/** Stands for a slow service: it takes 400 ms until the price list is there. */
export const download = async () => {
  await new Promise((resolve) => setTimeout(resolve, 400));
  return { tea: 4, coffee: 6 };
};
