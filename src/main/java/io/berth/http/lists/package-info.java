/** Lists in the API: query parameters, pages, streamed lists without a limit, and CSV exports. */
package io.berth.http.lists;
