export const handler = async (event) => {
  const name = event.name ?? 'stranger';
  console.log('greeting name');
  return { message: `Hello, ${name}!` };
};
