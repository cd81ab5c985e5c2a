export const handler = async (event) => {
  const name = event.Name ?? 'stranger';
  return { message: `Hello, ${name}!` };
};
