/** Ends a script in words, without a stack: what is wrong is in the tree, and not in the script. */
export const refuse = (why) => {
  console.error(why);
  process.exit(1);
};
