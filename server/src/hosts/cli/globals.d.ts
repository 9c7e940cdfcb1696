// Put in place by the build.
declare const LEASTWISE_VERSION: string;
