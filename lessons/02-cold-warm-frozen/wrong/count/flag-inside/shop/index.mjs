let calls = 0;

export const handler = async () => {
  let fresh = true;
  const cold = fresh;
  fresh = false;
  calls += 1;
  return { calls, cold };
};
