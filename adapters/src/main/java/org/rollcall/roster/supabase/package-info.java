/// The roster read through Supabase's REST API (PostgREST).
@NullMarked
package org.rollcall.roster.supabase;

import org.jspecify.annotations.NullMarked;
