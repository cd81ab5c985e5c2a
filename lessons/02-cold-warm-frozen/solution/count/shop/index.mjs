let calls = 0;
let fresh = true;

export const handler = async () => {
  const cold = fresh;
  fresh = false;
  calls += 1;
  return { calls, cold };
};
