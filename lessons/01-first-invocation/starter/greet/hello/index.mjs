export const handler = async (event) => {
  const { name } = JSON.parse(event);
  return { message: `Hello, ${name}!` };
};
