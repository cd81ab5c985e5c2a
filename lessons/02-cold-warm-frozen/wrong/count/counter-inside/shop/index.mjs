export const handler = async () => {
  let calls = 0;
  calls += 1;
  return { calls, cold: calls === 1 };
};
