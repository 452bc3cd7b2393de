/** Makes something when it is asked for the first time: the browser's formatters take milliseconds each, which a first page has not. */
export function once<Made>(make: () => Made): () => Made {
  let made: Made | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
