export const handler = async (event) => {
  console.log('Hello, world!');
};
