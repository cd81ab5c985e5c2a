const handler = async (event) => {
  return { message: 'Hello, world!' };
};
