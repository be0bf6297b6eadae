/// The inner loop: compiles what changed since the last time and runs tests, without Maven.
///
/// What it makes lies in `target/check`, apart from what Maven makes: the build that decides never
/// depends on it.
@NullMarked
package loop;

import org.jspecify.annotations.NullMarked;
