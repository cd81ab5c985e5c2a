export const handler = async (event) => {
  const name = event.name ?? 'stranger';
  if (typeof name !== 'string') {
    throw new Error('name must be text');
  }
  console.log('greeting', name);
  return { message: `Hello, ${name}!` };
};
