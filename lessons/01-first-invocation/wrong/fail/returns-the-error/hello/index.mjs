class InvalidName extends Error {
  name = 'InvalidName';
}

export const handler = async (event) => {
  const name = event.name ?? 'stranger';
  if (typeof name !== 'string') {
    return new InvalidName('name must be text');
  }
  console.log('greeting', name);
  return { message: `Hello, ${name}!` };
};
