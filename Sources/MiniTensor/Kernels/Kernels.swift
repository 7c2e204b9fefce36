/// The only place of the library with pointers: loops over plain lists of numbers.
///
/// A kernel knows nothing of shapes. It takes `[Float]` and extents, trusts them (whoever calls
/// has checked), and returns `[Float]`. Everything above this folder is free of unsafe code.
///
/// One rule shapes these files: the default debug build optimises each file by itself and inlines
/// nothing across files. So a kernel keeps its helpers in its own file, private.
enum Kernels {}
