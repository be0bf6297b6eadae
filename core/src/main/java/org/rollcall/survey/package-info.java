/// What the doctor asks of a database, a server and a workspace. Adapters answer.
@NullMarked
package org.rollcall.survey;

import org.jspecify.annotations.NullMarked;
