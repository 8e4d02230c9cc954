package io.cartpulse.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of {@link CredentialsFile}.
 */
class CredentialsFileTests {

	@TempDir
	private Path folder;

	@Test
	void makesAPasswordOnceInAFileOfItsOwnersOnly() throws IOException {
		Path data = this.folder.resolve("data");
		String password = CredentialsFile.password(data, "admin.password");
		assertThat(password).hasSizeGreaterThan(20);
		assertThat(CredentialsFile.password(data, "admin.password")).isEqualTo(password);
		assertThat(Files.getPosixFilePermissions(data.resolve(CredentialsFile.NAME)))
			.isEqualTo(PosixFilePermissions.fromString("rw-------"));
	}

	@Test
	void theEnginesPasswordsAndOthersLiveSideBySide() {
		String admin = CredentialsFile.password(this.folder, "admin.password");
		Credentials engines = CredentialsFile.open(this.folder, Map.of()).credentials();
		assertThat(CredentialsFile.password(this.folder, "admin.password")).isEqualTo(admin);
		assertThat(CredentialsFile.open(this.folder, Map.of()).credentials()).isEqualTo(engines);
	}

	@Test
	void aPasswordThatSomebodyChoseIsKept() throws IOException {
		Files.writeString(this.folder.resolve(CredentialsFile.NAME), "admin.password=C:\\\\my = word\n");
		assertThat(CredentialsFile.password(this.folder, "admin.password")).isEqualTo("C:\\my = word");
		CredentialsFile.open(this.folder, Map.of());
		assertThat(CredentialsFile.password(this.folder, "admin.password")).isEqualTo("C:\\my = word");
	}

}
