class JourneyAdvisor < Formula
  desc "Advises whether real-time or outbound marketing carries a planned journey"
  homepage "@PROJECT@"
  version "@VERSION@"
  license any_of: ["MIT", "Apache-2.0"]

  on_macos do
    on_arm do
      url "@ADDRESS@/journey-advisor-@VERSION@-aarch64-apple-darwin.tar.gz"
      sha256 "@SHA256:aarch64-apple-darwin@"
    end
    on_intel do
      url "@ADDRESS@/journey-advisor-@VERSION@-x86_64-apple-darwin.tar.gz"
      sha256 "@SHA256:x86_64-apple-darwin@"
    end
  end

  on_linux do
    on_arm do
      url "@ADDRESS@/journey-advisor-@VERSION@-aarch64-unknown-linux-musl.tar.gz"
      sha256 "@SHA256:aarch64-unknown-linux-musl@"
    end
    on_intel do
      url "@ADDRESS@/journey-advisor-@VERSION@-x86_64-unknown-linux-musl.tar.gz"
      sha256 "@SHA256:x86_64-unknown-linux-musl@"
    end
  end

  def install
    bin.install "journey-advisor"
    man1.install Dir["man/*.1"]
    bash_completion.install "completions/journey-advisor.bash" => "journey-advisor"
    zsh_completion.install "completions/_journey-advisor"
    fish_completion.install "completions/journey-advisor.fish"
    doc.install "LICENSES-THIRD-PARTY.md", Dir["docs"]
  end

  test do
    assert_match version.to_s, shell_output("#{bin}/journey-advisor --version")
    system bin/"journey-advisor", "questions", "-o", "plan.toml"
    assert_path_exists testpath/"plan.toml"
  end
end
