export const handler = async (event) => {
  const { name = 'stranger' } = JSON.parse(event);
  return { message: `Hello, ${name}!` };
};
