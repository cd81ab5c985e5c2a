export const handler = async (event) => {
  const name = event.name ?? 'stranger';
  if (typeof name !== 'string') {
    return { statusCode: 400, errorType: 'InvalidName' };
  }
  console.log('greeting', name);
  return { message: `Hello, ${name}!` };
};
