export const handler = async (event) => {
  const name = event.name ?? 'stranger';
  return { message: `Hello, ${name}!` };
};
