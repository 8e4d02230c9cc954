package io.cartpulse.mart;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

import io.cartpulse.batch.SqlFile;

/**
 * What a mart is stamped with: its build, and all that its contents depend on besides the
 * facts. A mart whose stamp says something else must be built anew.
 */
final class MartStamps {

	private final MartSettings settings;

	MartStamps(MartSettings settings) {
		this.settings = settings;
	}

	/** The stamp of a mart built for a publication. */
	String stamp(Mart mart, Publication publication) {
		return "build " + publication.id() + ": " + definition(mart, publication);
	}

	/** Whether a mart with this stamp would be built the same of the same facts. */
	boolean isOfSameDefinition(String stamp, Mart mart, Publication publication) {
		return stamp.endsWith(": " + definition(mart, publication));
	}

	private String definition(Mart mart, Publication publication) {
		String asOf = mart.isAsOf() ? ", as of " + publication.asOf() : "";
		return "zone " + this.settings.zone() + asOf + ", sql " + digest(mart);
	}

	private static String digest(Mart mart) {
		CRC32 digest = new CRC32();
		for (String file : BuildMarts.RESOLVED_FACTS.values()) {
			digest.update(SqlFile.read(Mart.class, file).getBytes(StandardCharsets.UTF_8));
		}
		digest.update(SqlFile.read(Mart.class, mart.sqlFile()).getBytes(StandardCharsets.UTF_8));
		return Long.toHexString(digest.getValue());
	}

}
