/// The program as a service holds it, and the runs that go on in it.
@NullMarked
package org.rollcall.server.runs;

import org.jspecify.annotations.NullMarked;
