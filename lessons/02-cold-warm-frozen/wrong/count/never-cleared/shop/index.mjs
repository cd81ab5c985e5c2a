let calls = 0;
const cold = true;

export const handler = async () => {
  calls += 1;
  return { calls, cold };
};
